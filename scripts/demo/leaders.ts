/** Leaders for the demo's dictionary, in order of precedence. None of them exists. */
export const leaders: readonly { readonly name: string; readonly posts: readonly string[]; readonly misspellings?: readonly string[] }[] = [
  { name: '甘知远', posts: ['市委副书记', '市长'], misspellings: ['甘志远'] },
  { name: '闻一苇', posts: ['市委常委', '常务副市长'], misspellings: ['闻一伟'] },
  { name: '鲁竹青', posts: ['副市长'] },
  { name: '顾晚舟', posts: ['市政府副秘书长', '市跑改办主任'] },
];
